// Part of dragoman; see LICENSE.
//
// How cytoscape draws.  Names are not its business (labels.ts): its own overlap.

import type { StylesheetJson } from 'cytoscape';
import type { Colours } from './colours';
import { FAMILIES } from './families';
import { DASHES, type Dash } from './statuses';

const dashed = (dash: Dash): StylesheetJson[number] => ({
  selector: `edge.${dash}`,
  style: { 'line-style': 'dashed', 'line-dash-pattern': [...DASHES[dash].pattern] },
});

export function graphStyle(colours: Colours, many: boolean): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(size)', height: 'data(size)', 'border-width': 1.5, 'border-color': colours.background,
        'overlay-opacity': 0, 'z-index': 10,
      },
    },
    ...Object.entries(FAMILIES).map(([family, look]) => ({
      selector: `node.${family}`,
      style: { 'background-color': colours.family[family as keyof typeof FAMILIES], shape: look.shape },
    })),
    {
      selector: 'node.blank',
      style: { 'background-color': colours.background, 'border-color': colours.faint, 'border-style': 'dashed' },
    },
    {
      selector: 'edge',
      style: {
        width: 'data(width)', 'line-color': colours.stance.asserted, 'target-arrow-color': colours.stance.asserted,
        'curve-style': many ? 'straight' : 'bezier', 'control-point-step-size': 34, opacity: many ? 0.55 : 0.85,
        'arrow-scale': many ? 0.8 : 0.95, 'overlay-opacity': 0, 'target-distance-from-node': 1,
      },
    },
    { selector: 'edge.directed', style: { 'target-arrow-shape': 'triangle' } },
    {
      selector: 'edge.denied',
      style: { 'line-color': colours.stance.denied, 'target-arrow-color': colours.stance.denied },
    },
    { selector: 'edge.denied.directed', style: { 'target-arrow-shape': 'tee' } },
    {
      selector: 'edge.disputed',
      style: { 'line-color': colours.stance.disputed, 'target-arrow-color': colours.stance.disputed },
    },
    dashed('long'), dashed('dots'), dashed('broken'),
    { selector: '.off', style: { display: 'none' } },
    { selector: 'node.dim', style: { opacity: 0.3 } },
    { selector: 'edge.dim', style: { opacity: 0.16 } },
    { selector: 'edge.near', style: { opacity: 1, 'z-index': 8 } },
    { selector: 'edge.hover', style: { opacity: 1, 'z-index': 9, 'underlay-color': colours.accent, 'underlay-opacity': 0.25, 'underlay-padding': 3 } },
    {
      selector: 'node.hover, node.cursor',
      style: { 'border-color': colours.accent, 'border-width': 3, opacity: 1 },
    },
    { selector: 'node.cursor', style: { 'underlay-color': colours.accent, 'underlay-opacity': 0.35, 'underlay-padding': 7, 'underlay-shape': 'ellipse' } },
    { selector: 'node.selected', style: { 'border-color': colours.ink, 'border-width': 4, opacity: 1 } },
    {
      selector: 'edge.selected',
      style: { opacity: 1, 'z-index': 9, 'underlay-color': colours.accent, 'underlay-opacity': 0.35, 'underlay-padding': 4 },
    },
  ];
}
