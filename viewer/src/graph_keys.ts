// Part of dragoman; see LICENSE.
//
// The graph from the keyboard: a cursor that goes to the nearest entity in the direction of an
// arrow key, neighbours before strangers.

import type { Core, NodeSingular } from 'cytoscape';

export interface GraphActions {
  open(id: string): void;
  openLine(id: string): void;
  close(): void;
  fit(): void;
  zoom(by: number): void;
  say(text: string): void;
  describe(id: string): string;
  describeLine(id: string): string;
  nameShown(): void;
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

interface Point { x: number; y: number }

// The cost of going from a to b in a direction; Infinity if b does not lie there.
export function stepCost(a: Point, b: Point, [dx, dy]: readonly [number, number]): number {
  const x = b.x - a.x;
  const y = b.y - a.y;
  const along = x * dx + y * dy;
  const across = Math.abs(x * dy - y * dx);
  return along <= 1 || across > 1.8 * along ? Infinity : along + 2 * across;
}

export class GraphKeys {
  private cursor: string | null = null;
  private line: string | null = null;

  constructor(private readonly cy: Core, private readonly host: HTMLElement, private readonly actions: GraphActions) {
    host.addEventListener('keydown', (event) => this.pressed(event));
    host.addEventListener('focus', () => {
      if (host.matches(':focus-visible')) this.moveTo(this.cursor ?? this.selected() ?? this.first());
    });
    host.addEventListener('blur', () => cy.nodes('.cursor').removeClass('cursor'));
    cy.on('tap', 'node', (e) => {
      this.cursor = (e.target as NodeSingular).id();
      this.line = null;
    });
  }

  private selected(): string | null {
    return this.cy.nodes('.selected')[0]?.id() ?? null;
  }

  private first(): string | null {
    let best: NodeSingular | null = null;
    this.cy.nodes(':visible').forEach((n) => {
      if (!n.hasClass('blank') && (!best || (n.data('degree') as number) > (best.data('degree') as number))) best = n;
    });
    return (best as NodeSingular | null)?.id() ?? null;
  }

  private moveTo(id: string | null): void {
    if (id === null) return;
    const node = this.cy.getElementById(id);
    if (node.empty() || !node.visible()) return;
    this.cursor = id;
    this.line = null;
    this.cy.elements('.cursor').removeClass('cursor');
    this.cy.edges('.hover').removeClass('hover');
    node.addClass('cursor');
    const p = node.renderedPosition();
    const margin = 40;
    if (p.x < margin || p.y < margin || p.x > this.host.clientWidth - margin || p.y > this.host.clientHeight - margin) {
      this.cy.center(node);
    }
    this.actions.nameShown();
    this.actions.say(this.actions.describe(id));
  }

  private step(direction: readonly [number, number]): void {
    const from = this.cursor === null ? null : this.cy.getElementById(this.cursor);
    if (!from || from.empty() || !from.visible()) {
      this.moveTo(this.first());
      return;
    }
    const neighbours = new Set(from.neighborhood('node').map((n) => n.id()));
    let best: string | null = null;
    let least = Infinity;
    this.cy.nodes(':visible').forEach((n) => {
      if (n.id() === from.id() || n.hasClass('blank')) return;
      const cost = stepCost(from.position(), n.position(), direction) * (neighbours.has(n.id()) ? 0.5 : 1);
      if (cost < least) [best, least] = [n.id(), cost];
    });
    this.moveTo(best);
  }

  private nextLine(by: number): void {
    if (this.cursor === null) return;
    const lines = this.cy.getElementById(this.cursor).connectedEdges(':visible').map((e) => e.id()).sort();
    if (lines.length === 0) return;
    const at = this.line === null ? (by > 0 ? -1 : 0) : lines.indexOf(this.line);
    this.line = lines[(at + by + lines.length) % lines.length] ?? null;
    this.cy.edges('.hover').removeClass('hover');
    if (this.line === null) return;
    this.cy.getElementById(this.line).addClass('hover');
    this.actions.say(this.actions.describeLine(this.line));
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) this.cy.panBy({ x: -60 * arrow[0], y: -60 * arrow[1] });
    else if (arrow) this.step(arrow);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (this.line !== null) this.actions.openLine(this.line);
      else if (this.cursor !== null) this.actions.open(this.cursor);
    } else if (event.key === ']') this.nextLine(1);
    else if (event.key === '[') this.nextLine(-1);
    else if (event.key === '+' || event.key === '=') this.actions.zoom(1.3);
    else if (event.key === '-') this.actions.zoom(1 / 1.3);
    else if (event.key === '0') this.actions.fit();
    else if (event.key === 'Home') this.moveTo(this.first());
    else if (event.key === 'Escape') {
      this.line = null;
      this.cy.edges('.hover').removeClass('hover');
      this.actions.close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
