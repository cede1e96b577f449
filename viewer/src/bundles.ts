// Part of dragoman; see LICENSE.
//
// Lines of the graph.  Parallel edges of one direction are one line with a count; taken apart,
// each relation has its own.

import type { Edge, Entity, Report } from './model';
import { dashOf, stanceOf, type Dash, type Stance } from './statuses';

export interface Bundle {
  id: string;
  source: Entity;
  target: Entity;
  directed: boolean;
  edges: Edge[];
  reports: Report[];     // those that the filters let through
  stance: Stance;
  dash: Dash;
  label: string;         // "arms transfer +2"
}

export function bundleEdges(reports: readonly Report[], apart = false): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const report of reports) {
    const { edge } = report;
    const id = apart ? `e${edge.index}` : `${edge.symmetric ? '=' : '>'} ${edge.source.id} ${edge.target.id}`;
    let bundle = bundles.get(id);
    if (!bundle) {
      bundle = {
        id, source: edge.source, target: edge.target, directed: !edge.symmetric, edges: [], reports: [],
        stance: 'asserted', dash: 'solid', label: '',
      };
      bundles.set(id, bundle);
    }
    if (!bundle.edges.includes(edge)) bundle.edges.push(edge);
    bundle.reports.push(report);
  }
  for (const bundle of bundles.values()) {
    bundle.stance = stanceOf(bundle.reports.map((r) => r.polarity));
    bundle.dash = dashOf(bundle.reports.map((r) => r.status));
    bundle.label = labelOf(bundle);
  }
  return [...bundles.values()];
}

// The most reported type, and how many more there are.
function labelOf(bundle: Bundle): string {
  const counts = new Map<string, number>();
  for (const r of bundle.reports) counts.set(r.edge.type, (counts.get(r.edge.type) ?? 0) + 1);
  let best = '';
  for (const [type, n] of counts) {
    const most = counts.get(best) ?? 0;
    if (n > most || (n === most && type < best)) best = type;
  }
  const name = best.replaceAll('_', ' ');
  const more = counts.size - 1;
  if (more > 0) return `${name} +${more}`;
  return bundle.reports.length > 1 ? `${name} ×${bundle.reports.length}` : name;
}
