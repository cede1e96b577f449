// Part of dragoman; see LICENSE.

import { h } from './dom';

// One box for the page; shown on hover and focus, closed by Escape.
export class Tooltip {
  readonly element = h('div', { class: 'tooltip', role: 'tooltip', id: 'tooltip', hidden: true });
  private on: Element | null = null;

  constructor() {
    document.addEventListener('keydown', (e) => {
      if (e.key === 'Escape') this.hide();
    });
    document.addEventListener('scroll', () => this.hide(), true);
  }

  attach(target: Element, content: () => Node[]): void {
    const show = (event: Event): void => {
      event.stopPropagation();
      this.show(target, content(), event instanceof MouseEvent ? event : null);
    };
    target.addEventListener('mouseover', show);
    const leave = (): void => {
      if (this.on === target) this.hide();
    };
    target.addEventListener('mouseout', leave);
    // An SVG element that listens to focus can be tabbed to; arcs have the list beside for that.
    if (target instanceof SVGElement) return;
    target.addEventListener('focus', show);
    target.addEventListener('blur', leave);
  }

  private show(target: Element, content: Node[], pointer: MouseEvent | null): void {
    if (content.length === 0) return;
    this.on = target;
    target.setAttribute('aria-describedby', 'tooltip');
    this.element.replaceChildren(...content);
    this.element.hidden = false;
    // Beside the words for names; arcs are long, so there beside the pointer.
    const all = [...target.getClientRects()];
    const box = target instanceof SVGElement && pointer
      ? new DOMRect(pointer.clientX, pointer.clientY - 4, 0, 8)
      : all.find((r) => pointer && pointer.clientY >= r.top && pointer.clientY <= r.bottom) ?? all[0];
    if (!box) return;
    const own = this.element.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - own.width - 8));
    const below = box.bottom + 8 + own.height < innerHeight;
    this.element.style.left = `${left}px`;
    this.element.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - own.height - 8)}px`;
  }

  hide(): void {
    this.on?.removeAttribute('aria-describedby');
    this.on = null;
    this.element.hidden = true;
  }
}
