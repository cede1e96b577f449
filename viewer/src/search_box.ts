// Part of dragoman; see LICENSE.
//
// A combobox as the ARIA practices have it: the field keeps the focus, arrows walk the list.

import { h } from './dom';
import { swatch } from './legend';
import { words } from './model';
import type { Hit, SearchIndex } from './search';

export class SearchBox {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list = h('ul', { class: 'hits', id: 'hits', role: 'listbox', 'aria-label': 'Found', hidden: true });
  private hits: Hit[] = [];
  private at = -1;

  constructor(private readonly index: SearchIndex, private readonly choose: (hit: Hit) => void) {
    this.input = h('input', {
      type: 'search', placeholder: 'Search names and sentences', 'aria-label': 'Search names and sentences',
      role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'hits', 'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false',
      oninput: () => this.search(), onfocus: () => this.search(),
      onkeydown: (e: KeyboardEvent) => this.pressed(e),
      onblur: () => setTimeout(() => this.close(), 150),
    });
    this.element = h('div', { class: 'search', role: 'search' }, this.input, this.list);
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private search(): void {
    this.hits = this.index.find(this.input.value);
    this.at = this.hits.length > 0 ? 0 : -1;
    if (this.input.value.trim() === '') {
      this.close();
      return;
    }
    this.list.replaceChildren(...this.hits.map((hit, i) => h('li', {
      role: 'option', id: `hit-${i}`, onmousedown: (e: Event) => {
        e.preventDefault();
        this.pick(i);
      },
    }, ...this.show(hit))), ...(this.hits.length === 0 ? [h('li', { class: 'none', role: 'option', 'aria-disabled': 'true' }, 'Nothing found')] : []));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.mark();
  }

  private show(hit: Hit): (Node | string)[] {
    if (hit.kind === 'report') return [h('span', { class: 'hit-text' }, hit.report.evidence), h('span', { class: 'meta' }, 'sentence')];
    const { entity, by } = hit;
    return [swatch(entity.family), h('span', { class: 'hit-text' }, entity.name, by !== entity.name ? h('span', { class: 'meta' }, ` ${by}`) : ''),
      h('span', { class: 'meta' }, words(entity.type).toLowerCase())];
  }

  private mark(): void {
    [...this.list.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === this.at)));
    if (this.at >= 0) this.input.setAttribute('aria-activedescendant', `hit-${this.at}`);
    else this.input.removeAttribute('aria-activedescendant');
    this.list.children[this.at]?.scrollIntoView({ block: 'nearest' });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (this.list.hidden) this.search();
      else if (this.hits.length > 0) {
        this.at = (this.at + (event.key === 'ArrowDown' ? 1 : -1) + this.hits.length) % this.hits.length;
        this.mark();
      }
    } else if (event.key === 'Enter') this.pick(this.at);
    else if (event.key === 'Escape') {
      if (this.list.hidden) this.input.value = '';
      this.close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private pick(i: number): void {
    const hit = this.hits[i];
    if (!hit) return;
    this.close();
    this.choose(hit);
  }

  private close(): void {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}
