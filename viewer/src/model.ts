// Part of dragoman; see LICENSE.
//
// The page's data with everything resolved: edges know their entities, reports their edge, and
// relations of a text the reports that say the same.

import type { RawArgument, RawData, RawDocument, RawMention, RawHappening, RawReport, RawTextRelation, Span } from './data';
import { familyOf, type Family } from './families';
import { dayOf } from './time';

export interface Entity {
  id: string;
  name: string;
  type: string;          // "GOVERNMENT_BODY"; "" for a blank node
  family: Family;
  aliases: string[];
  state: string;
  blank: boolean;        // "nobody named" at the other end of a relation
  edges: Edge[];
}

export interface Edge {
  index: number;
  source: Entity;
  target: Entity;
  type: string;
  symmetric: boolean;
  arguments: Argument[];
  reports: Report[];
}

export interface Argument {
  role: string;
  entity: string | null;   // id
  words: string;           // its name, or the words of a value
}

export interface Report extends Omit<RawReport, 'document' | 'happening'> {
  index: number;
  edge: Edge;
  document: Doc;
  saidByKey: string;      // entity id or words; "" where the outlet itself speaks
  saidByName: string;
  whereName: string;
  reported: number;       // day; NaN: not known
  happened: Span | null;  // days; open ends are infinite
  happening: Happening;
}

// What reports of one thing tell of, whatever edge they stand at.
export interface Happening {
  index: number;
  type: string;
  source: Entity;        // of the most exact report
  target: Entity;
  symmetric: boolean;
  from: number;          // days; NaN: none is known
  to: number;
  status: string;
  denied: boolean;
  disputed: boolean;
  reports: Report[];     // by the day they were reported
}

export interface TextRelation extends RawTextRelation {
  index: number;
  document: Doc;
  reports: Report[];
}

export interface Doc {
  index: number;
  id: string;
  name: string;          // the id without its folders
  date: string;
  outlet: string;
  url: string;           // http or https, else ""
  text: string | null;
  sentences: NonNullable<RawDocument['sentences']>;
  mentions: RawMention[];
  relations: TextRelation[];
}

export interface Model {
  title: string;
  madeBy: string;
  documents: Doc[];
  entities: Map<string, Entity>;
  edges: Edge[];
  reports: Report[];
  happenings: Happening[];   // by day, what has none last
  relationTypes: Record<string, string>;
}

// Articles with a text, oldest first; those without a date at the end.
export function textsOf(model: Model): Doc[] {
  return model.documents.filter((d) => d.text !== null).sort((a, b) =>
    Number(a.date === '') - Number(b.date === '') || (a.date < b.date ? -1 : a.date > b.date ? 1 : a.index - b.index));
}

// A link that a click may follow: anything but the web is shown as text only.
export function safeUrl(url: string): string {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : '';
  } catch {
    return '';
  }
}

function makeDocument(raw: RawDocument, index: number): Doc {
  const document: Doc = {
    index,
    id: raw.id,
    name: raw.id.slice(raw.id.lastIndexOf('/') + 1) || raw.id,
    date: raw.date ?? '',
    outlet: raw.outlet,
    url: safeUrl(raw.url),
    text: raw.text ?? null,
    sentences: raw.sentences ?? [],
    mentions: raw.mentions ?? [],
    relations: [],
  };
  document.relations = (raw.relations ?? []).map((r, i) => ({ ...r, index: i, document, reports: [] }));
  return document;
}

function happenedOf(raw: RawReport): Span | null {
  if (!raw.when) return null;
  const from = raw.when.open_start ? -Infinity : dayOf(raw.when.from);
  const to = raw.when.open_end ? Infinity : dayOf(raw.when.to);
  return Number.isNaN(from) || Number.isNaN(to) ? null : [from, to];
}

function makeHappening(raw: RawHappening, entities: ReadonlyMap<string, Entity>): Happening | null {
  const source = entities.get(raw.source);
  const target = entities.get(raw.target);
  if (!source || !target) return null;
  return {
    index: -1, type: raw.type, source, target, symmetric: raw.symmetric, from: raw.from === null ? NaN : dayOf(raw.from),
    to: raw.to === null ? NaN : dayOf(raw.to), status: raw.status, denied: raw.denied, disputed: raw.disputed, reports: [],
  };
}

// A text's relation and a graph's report are one statement if type, sentence and trigger agree
// and the relation names the edge's ends.
function tieRelations(model: Model): void {
  const key = (document: number, type: string, evidence: number, trigger: number): string =>
    `${document} ${type} ${evidence} ${trigger}`;
  const relations = new Map<string, TextRelation[]>();
  for (const document of model.documents) {
    for (const relation of document.relations) {
      const k = key(document.index, relation.type, relation.evidence[0], relation.trigger[0]);
      const same = relations.get(k);
      if (same) same.push(relation);
      else relations.set(k, [relation]);
    }
  }
  for (const report of model.reports) {
    if (!report.place || !report.trigger) continue;
    const [start] = report.place;
    const k = key(report.document.index, report.edge.type, start, start + report.trigger[0]);
    for (const relation of relations.get(k) ?? []) {
      const named = (entity: Entity): boolean =>
        entity.blank || relation.fillers.some((f) => f.entity === entity.id);
      if (named(report.edge.source) && named(report.edge.target)) relation.reports.push(report);
    }
  }
}

export function makeModel(raw: RawData): Model {
  const model: Model = {
    title: raw.title,
    madeBy: raw.made_by,
    documents: raw.documents.map(makeDocument),
    entities: new Map(),
    edges: [],
    reports: [],
    happenings: [],
    relationTypes: raw.relation_types,
  };
  for (const node of raw.nodes) {
    model.entities.set(node.id, {
      id: node.id,
      name: node.blank ? 'not named' : node.name || node.id,
      type: node.type ?? '',
      family: familyOf(node.type ?? ''),
      aliases: node.aliases,
      state: node.state ?? '',
      blank: node.blank,
      edges: [],
    });
  }
  const happenings = raw.happenings.map((h) => makeHappening(h, model.entities));
  const nameOf = (id: string | null, entity: boolean): string =>
    id === null ? '' : entity ? model.entities.get(id)?.name ?? id : id;
  for (const rawEdge of raw.edges) {
    const source = model.entities.get(rawEdge.source);
    const target = model.entities.get(rawEdge.target);
    if (!source || !target) continue;
    const edge: Edge = {
      index: model.edges.length, source, target, type: rawEdge.type, symmetric: rawEdge.symmetric,
      arguments: rawEdge.arguments.map((a: RawArgument) => ({
        role: a.role, entity: a.entity ?? null, words: nameOf(a.entity ?? a.value ?? '', a.entity !== undefined),
      })),
      reports: [],
    };
    model.edges.push(edge);
    source.edges.push(edge);
    if (target !== source) target.edges.push(edge);
    for (const rawReport of rawEdge.reports) {
      const document = model.documents[rawReport.document];
      const happening = happenings[rawReport.happening];
      if (!document || !happening) continue;
      const report: Report = {
        ...rawReport,
        index: model.reports.length,
        edge,
        document,
        saidByKey: rawReport.said_by ?? '',
        saidByName: nameOf(rawReport.said_by, rawReport.said_by_entity),
        whereName: nameOf(rawReport.where, rawReport.where_entity),
        reported: document.date ? dayOf(document.date) : NaN,
        happened: happenedOf(rawReport),
        happening,
      };
      happening.reports.push(report);
      edge.reports.push(report);
      model.reports.push(report);
    }
  }
  const day = (r: Report): number => (Number.isNaN(r.reported) ? Infinity : r.reported);
  for (const happening of happenings) {
    if (!happening || happening.reports.length === 0) continue;
    happening.reports.sort((a, b) => (day(a) === day(b) ? a.index - b.index : day(a) - day(b)));
    happening.index = model.happenings.length;
    model.happenings.push(happening);
  }
  tieRelations(model);
  return model;
}

// The fillers of an edge that are not its ends: "item: artillery shells".
export function otherArguments(edge: Edge): Argument[] {
  const out: Argument[] = [];
  let sourceSeen = false;
  let targetSeen = false;
  for (const a of edge.arguments) {
    if (!sourceSeen && a.entity === edge.source.id) sourceSeen = true;
    else if (!targetSeen && a.entity === edge.target.id) targetSeen = true;
    else out.push(a);
  }
  return out;
}

// What these reports tell of, each once; oldest first, what has no day last.
export function happeningsOf(reports: readonly Report[]): Happening[] {
  return [...new Set(reports.map((r) => r.happening))].sort((a, b) => a.index - b.index);
}

// "holds_office" is "holds office" to a reader.
export const words = (name: string): string => name.replaceAll('_', ' ');
