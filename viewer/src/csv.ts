// Part of dragoman; see LICENSE.
//
// Reports as CSV (RFC 4180).  A cell that a spreadsheet would take for a formula gets an
// apostrophe in front: names and sentences come from anywhere.

import { otherArguments, words, type Report } from './model';
import { isoOf } from './time';

export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const COLUMNS: readonly [string, (r: Report) => string][] = [
  ['source', (r) => (r.edge.source.blank ? '' : r.edge.source.name)],
  ['source_id', (r) => (r.edge.source.blank ? '' : r.edge.source.id)],
  ['relation', (r) => r.edge.type],
  ['target', (r) => (r.edge.target.blank ? '' : r.edge.target.name)],
  ['target_id', (r) => (r.edge.target.blank ? '' : r.edge.target.id)],
  ['arguments', (r) => otherArguments(r.edge).map((a) => `${words(a.role)}: ${a.words}`).join('; ')],
  ['status', (r) => r.status],
  ['polarity', (r) => r.polarity],
  ['said_by', (r) => r.saidByName],
  ['hearsay', (r) => (r.hearsay ? 'yes' : '')],
  ['when', (r) => r.when?.text ?? ''],
  ['where', (r) => r.whereName],
  ['reported', (r) => (Number.isNaN(r.reported) ? '' : isoOf(r.reported))],
  ['outlet', (r) => r.document.outlet],
  ['document', (r) => r.document.id],
  ['url', (r) => r.document.url],
  ['evidence', (r) => r.evidence],
  ['because', (r) => r.because],
];

export function toCsv(reports: readonly Report[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...reports.map((r) => COLUMNS.map(([, get]) => csvCell(get(r))))];
  return rows.map((cells) => `${cells.join(',')}\r\n`).join('');
}
