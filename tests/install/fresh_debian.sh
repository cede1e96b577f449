#!/bin/bash
# The newcomer's path: an empty Debian 12 with git, make and g++ only; clone, make demo, make test.
#
#   tests/install/fresh_debian.sh [FOLDER]      as root; needs debootstrap, about 2 GB and a network
#
# FOLDER keeps the Debian for the next run (only the clone in it is made anew, and packages that
# earlier runs installed are there already); without it a temporary folder is used and removed.
# RELEASE=trixie tries another release.  The mirror is the one this machine's apt uses.
# Not part of CI: it takes some ten minutes.
set -euo pipefail
source_tree=$(cd "$(dirname "$0")/../.." && pwd)
release=${RELEASE:-bookworm}

if [[ $(id -u) -ne 0 ]]; then echo "fresh_debian.sh: must be root, for debootstrap and chroot" >&2; exit 2; fi
if ! command -v debootstrap >/dev/null; then echo "fresh_debian.sh: debootstrap is not installed" >&2; exit 2; fi

# The first archive that serves Debian's main packages for this machine's release.
own_release=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' |
  awk -v r="$own_release" '$2 == r && $3 == "main" && !found { print $1; found = 1 }')
if [[ -z $mirror ]]; then echo "fresh_debian.sh: apt here knows no mirror for $own_release" >&2; exit 1; fi

if [[ $# -gt 0 ]]; then
  root=$1
  mkdir -p "$root"
else
  root=$(mktemp -d)
  # Mounts are made in a namespace of their own (below) and are gone by then.
  trap 'rm -rf --one-file-system "$root"' EXIT
fi
root=$(cd "$root" && pwd)

if [[ ! -e $root/.bootstrapped ]]; then
  echo "== debootstrap $release into $root"
  start=$SECONDS
  debootstrap --variant=minbase --include=ca-certificates,git,make,g++ "$release" "$root" "$mirror" \
    >"$root.log" 2>&1 || { tail -n 50 "$root.log"; exit 1; }
  touch "$root/.bootstrapped"
  echo "== $((SECONDS - start)) s"
fi

# The network as this machine has it: names, proxies, certificates; nothing else.
cp -L /etc/resolv.conf "$root/etc/resolv.conf"
apt-config dump | grep -iE '^Acquire::[a-z]+::Proxy' >"$root/etc/apt/apt.conf.d/90proxy" || true
cp -rL /usr/local/share/ca-certificates/. "$root/usr/local/share/ca-certificates/" 2>/dev/null || true

rm -rf --one-file-system "$root/home/newcomer"
mkdir -p "$root/home/newcomer"
git clone --quiet --no-hardlinks "$source_tree" "$root/home/newcomer/dragoman"

cat >"$root/home/newcomer/walk.sh" <<'WALK'
set -euo pipefail
cd /home/newcomer/dragoman
git config --global --add safe.directory "$PWD"
step() {
  local start=$SECONDS
  echo "== $*"
  "$@"
  echo "== $*: $((SECONDS - start)) s"
}
update-ca-certificates >/dev/null 2>&1
step make demo
test -s build/demo/arms_talks.graphml
step make test
WALK

proxies=()
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
  if [[ -n ${!name:-} ]]; then proxies+=("$name=${!name}"); fi
done
# Node and pip bring certificates of their own: with these they take the system's.
for name in NODE_EXTRA_CA_CERTS PIP_CERT; do
  if [[ -n ${!name:-} ]]; then proxies+=("$name=/etc/ssl/certs/ca-certificates.crt"); fi
done
unshare --mount --propagation private bash -euo pipefail -c '
  root=$1; shift
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  exec chroot "$root" /usr/bin/env -i HOME=/root TERM=dumb PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@" \
    bash /home/newcomer/walk.sh' - "$root" "${proxies[@]}"
echo "== the newcomer's path works"
