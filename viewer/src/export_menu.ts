// Part of dragoman; see LICENSE.

import { toCsv } from './csv';
import { download, h, plural } from './dom';
import { pngBlob, svgBlob } from './graph_svg';
import type { GraphView } from './graph_view';
import type { Store } from './store';

// A name for a file made of the title: letters, digits and dashes.
export function fileName(title: string, ending: string): string {
  const base = title.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60);
  return `${base || 'dragoman'}.${ending}`;
}

export function exportMenu(store: Store, graph: GraphView, say: (text: string) => void): HTMLElement {
  const list = h('div', { class: 'menu-list', id: 'export-list', hidden: true });
  const button = h('button', {
    type: 'button', class: 'tool', 'aria-expanded': 'false', 'aria-controls': 'export-list', onclick: () => toggle(list.hidden),
  }, 'Export');
  const menu = h('div', { class: 'menu' }, button, list);
  const item = (text: string, action: () => void | Promise<void>): HTMLElement => h('button', {
    type: 'button', onclick: () => {
      toggle(false);
      button.focus();
      Promise.resolve(action()).catch((error: unknown) => say(error instanceof Error ? error.message : 'It could not be exported.'));
    },
  }, text);
  const picture = async (kind: 'svg' | 'png'): Promise<void> => {
    if (store.state.view !== 'graph') store.set({ view: 'graph' });
    await graph.open();
    const drawing = graph.drawing();
    if (!drawing) {
      say('There is nothing to draw.');
      return;
    }
    download(fileName(store.model.title, kind), kind === 'svg' ? svgBlob(drawing) : await pngBlob(drawing));
    say(`Saved as ${kind.toUpperCase()}.`);
  };
  const csv = (what: 'shown' | 'selected'): void => {
    const reports = what === 'shown' ? store.visible : store.selectedReports();
    // With a byte order mark, spreadsheets take it for UTF-8.
    download(fileName(store.model.title, 'csv'), new Blob(['\uFEFF', toCsv(reports)], { type: 'text/csv;charset=utf-8' }));
    say(`${plural(reports.length, 'report')} saved as CSV.`);
  };
  function toggle(open: boolean): void {
    if (open) {
      list.replaceChildren(
        ...(store.state.selection ? [item(`CSV: ${plural(store.selectedReports().length, 'report')} selected`, () => csv('selected'))] : []),
        item(`CSV: ${plural(store.visible.length, 'report')} shown`, () => csv('shown')),
        item('SVG: the graph as shown', () => picture('svg')),
        item('PNG: the graph as shown', () => picture('png')),
        item('Print …', () => window.print()));
    }
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) list.querySelector('button')?.focus();
  }
  menu.addEventListener('keydown', (e) => {
    if (list.hidden) return;
    const items = [...list.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    if (e.key === 'Escape') {
      toggle(false);
      button.focus();
    } else if (e.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (e.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
    else return;
    e.preventDefault();
    e.stopPropagation();
  });
  document.addEventListener('click', (e) => {
    if (!menu.contains(e.target as Node)) toggle(false);
  });
  return menu;
}
