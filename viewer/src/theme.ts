// Part of dragoman; see LICENSE.
//
// Light or dark as the system says, until somebody chooses.

import { h } from './dom';

type Theme = 'light' | 'dark';
const KEY = 'dragoman-theme';

// A page opened from a file may be refused storage; then the choice lasts as long as the page.
function stored(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

export function themeButton(changed: () => void): HTMLElement {
  const system = matchMedia('(prefers-color-scheme: dark)');
  let chosen = stored();
  const now = (): Theme => chosen ?? (system.matches ? 'dark' : 'light');
  const button = h('button', { type: 'button', class: 'tool theme', onclick: () => {
    chosen = now() === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem(KEY, chosen);
    } catch { /* see above */ }
    apply();
  } });
  const apply = (): void => {
    document.documentElement.dataset.theme = now();
    button.textContent = now() === 'dark' ? '☀' : '☾';
    button.setAttribute('aria-label', now() === 'dark' ? 'Light colours' : 'Dark colours');
    button.title = now() === 'dark' ? 'Light colours' : 'Dark colours';
    changed();
  };
  system.addEventListener('change', apply);
  apply();
  return button;
}
