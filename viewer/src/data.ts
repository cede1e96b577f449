// Part of dragoman; see LICENSE.
//
// The JSON that `dragoman view` puts into the page (src/export/viewer_data.cc writes it).

export type Span = readonly [start: number, end: number];

export interface RawWhen {
  text: string;
  from: string;
  to: string;
  open_start: boolean;
  open_end: boolean;
  precision: string;
}

export interface RawReport {
  document: number;
  status: string;
  polarity: string;
  said_by: string | null;
  said_by_entity: boolean;
  hearsay: boolean;
  when: RawWhen | null;
  where: string | null;
  where_entity: boolean;
  evidence: string;
  trigger: Span | null;   // within evidence
  place: Span | null;     // of evidence, within the document's text
  because: string;
  happening: number;      // into happenings
  together: string;       // why it is a report of that one
}

// Reports of the same thing: one visit, told by five outlets.
export interface RawHappening {
  type: string;
  symmetric: boolean;
  source: string;         // ids
  target: string;
  from: string | null;    // days; null: no report is dated, or it is a state of affairs
  to: string | null;
  status: string;
  denied: boolean;        // by every report
  disputed: boolean;      // by some, while others assert it
}

export interface RawArgument {
  role: string;
  entity?: string;
  value?: string;
}

export interface RawEdge {
  source: string;
  target: string;
  type: string;
  symmetric: boolean;
  arguments: RawArgument[];
  reports: RawReport[];
}

export interface RawNode {
  id: string;
  type: string | null;
  name: string;
  aliases: string[];
  state: string | null;
  blank: boolean;
}

export interface RawMention {
  start: number;
  end: number;
  type: string;
  form: string;
  entity: string | null;
  value?: string | { low: number; high: number; unit: string };
  because: string | null;
  link?: string;
}

export interface RawTextRelation {
  type: string;
  symmetric: boolean;
  status: string;
  polarity: string;
  said_by: string | null;
  hearsay: boolean;
  when: string | null;
  where: string | null;
  trigger: Span;
  evidence: Span;
  because: string | null;
  fillers: { role: string; mention: number; entity: string | null }[];
}

export interface RawDocument {
  id: string;
  date: string | null;
  outlet: string;
  url: string;
  text?: string;
  sentences?: (readonly [start: number, end: number, prose: number])[];
  mentions?: RawMention[];
  relations?: RawTextRelation[];
}

export interface RawData {
  format: 'dragoman-view';
  version: number;
  title: string;
  made_by: string;
  documents: RawDocument[];
  relation_types: Record<string, string>;
  nodes: RawNode[];
  edges: RawEdge[];
  happenings: RawHappening[];
}

// null for the page as it is built, without data; an Error for anything else that is not ours.
export function parseData(json: string): RawData | null {
  const data: unknown = JSON.parse(json);
  if (data === null) return null;
  const raw = data as Partial<RawData>;
  if (raw.format !== 'dragoman-view' || raw.version !== 2) {
    throw new Error('the data in this page is not what it expects: dragoman-view, version 2');
  }
  return data as RawData;
}
