// Part of dragoman; see LICENSE.
//
// Finds entities by name, alias or id, and sentences by their words.

import type { Entity, Model, Report } from './model';

// Case and accents say nothing: "Türkiye" is found by "turkiye".
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase();
}

export type Hit = { kind: 'entity'; entity: Entity; by: string } | { kind: 'report'; report: Report };

// 3: starts so; 2: a word starts so; 1: contains it; 0: no.
function score(folded: string, query: string): number {
  if (folded.startsWith(query)) return 3;
  const at = folded.indexOf(query);
  if (at < 0) return 0;
  return new RegExp(`(^|[^\\p{L}\\p{N}])${query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(folded) ? 2 : 1;
}

export class SearchIndex {
  private readonly entities: { entity: Entity; names: { text: string; folded: string }[] }[] = [];
  private readonly sentences: { report: Report; folded: string }[] = [];

  constructor(model: Model) {
    for (const entity of model.entities.values()) {
      if (entity.blank) continue;
      this.entities.push({
        entity,
        names: [entity.name, ...entity.aliases, entity.id].map((text) => ({ text, folded: fold(text) })),
      });
    }
    const seen = new Set<string>();
    for (const report of model.reports) {
      const key = `${report.document.index} ${report.evidence}`;
      if (seen.has(key)) continue;
      seen.add(key);
      this.sentences.push({ report, folded: fold(report.evidence) });
    }
  }

  find(text: string, most = 8): Hit[] {
    const query = fold(text.trim());
    if (query === '') return [];
    const found: { hit: Hit; rank: number; degree: number; name: string }[] = [];
    for (const { entity, names } of this.entities) {
      let best = 0;
      let by = '';
      names.forEach((name, i) => {
        const s = score(name.folded, query) * 2 + (i === 0 ? 1 : 0);
        if (s > best && s > 1) [best, by] = [s, name.text];
      });
      if (best > 0) {
        found.push({ hit: { kind: 'entity', entity, by }, rank: best, degree: entity.edges.length, name: entity.name });
      }
    }
    found.sort((a, b) => b.rank - a.rank || b.degree - a.degree || (a.name < b.name ? -1 : 1));
    const hits = found.slice(0, most).map((f) => f.hit);
    if (query.length >= 3) {
      let sentences = 0;
      for (const { report, folded } of this.sentences) {
        if (sentences === 5) break;
        if (!folded.includes(query)) continue;
        hits.push({ kind: 'report', report });
        sentences += 1;
      }
    }
    return hits;
  }
}
