// Part of dragoman; see LICENSE.
//
// The page's one state.  Views read it and are told what changed; nothing else is shared.

import { noFilters, passes, type Filters } from './filters';
import { textsOf, type Doc, type Edge, type Entity, type Happening, type Model, type Report, type TextRelation } from './model';

export type View = 'text' | 'graph' | 'table';

export type Selection =
  | null
  | { kind: 'entity'; entity: Entity }
  | { kind: 'edges'; edges: readonly Edge[] }
  | { kind: 'relation'; relation: TextRelation }
  | { kind: 'report'; report: Report }
  | { kind: 'happening'; happening: Happening };

export interface State {
  view: View;
  filters: Filters;
  selection: Selection;
  document: Doc | null;     // whose text is shown
  apart: boolean;           // every relation its own line
  lonely: boolean;          // entities without relations too
}

type Listener = (changed: ReadonlySet<keyof State>) => void;

export class Store {
  state: State;
  visible: readonly Report[];
  private visibleSet: ReadonlySet<Report>;
  private readonly listeners: Listener[] = [];

  constructor(readonly model: Model, view: View) {
    this.state = {
      view, filters: noFilters(), selection: null, apart: false, lonely: false,
      document: textsOf(model)[0] ?? null,
    };
    this.visible = model.reports;
    this.visibleSet = new Set(this.visible);
  }

  subscribe(listener: Listener): void {
    this.listeners.push(listener);
  }

  // Heard before all others: the shell shows a view before the view draws.
  subscribeFirst(listener: Listener): void {
    this.listeners.unshift(listener);
  }

  set(change: Partial<State>): void {
    const changed = new Set<keyof State>();
    for (const key of Object.keys(change) as (keyof State)[]) {
      if (this.state[key] !== change[key]) changed.add(key);
    }
    if (changed.size === 0) return;
    this.state = { ...this.state, ...change };
    if (changed.has('filters')) {
      this.visible = this.model.reports.filter((r) => passes(r, this.state.filters));
      this.visibleSet = new Set(this.visible);
    }
    for (const listener of this.listeners) listener(changed);
  }

  shows(report: Report): boolean {
    return this.visibleSet.has(report);
  }

  // A relation of a text follows its reports; one that no report tells of is always shown.
  showsRelation(relation: TextRelation): boolean {
    return relation.reports.length === 0 || relation.reports.some((r) => this.shows(r));
  }

  // The edges that the selection is about.
  selectedEdges(): readonly Edge[] {
    const { selection } = this.state;
    switch (selection?.kind) {
      case 'entity': return selection.entity.edges;
      case 'edges': return selection.edges;
      case 'relation': return [...new Set(selection.relation.reports.map((r) => r.edge))];
      case 'report': return [selection.report.edge];
      case 'happening': return [...new Set(selection.happening.reports.map((r) => r.edge))];
      default: return [];
    }
  }

  // What is shown of the selection, or of everything where nothing is selected.
  selectedReports(): readonly Report[] {
    if (!this.state.selection) return this.visible;
    if (this.state.selection.kind === 'report') return [this.state.selection.report];
    if (this.state.selection.kind === 'happening') return this.state.selection.happening.reports.filter((r) => this.shows(r));
    const edges = new Set(this.selectedEdges());
    return this.visible.filter((r) => edges.has(r.edge));
  }

  showInText(report: Report): void {
    const relation = report.document.relations.find((r) => r.reports.includes(report));
    this.set({
      view: 'text', document: report.document,
      selection: relation ? { kind: 'relation', relation } : { kind: 'report', report },
    });
  }
}
