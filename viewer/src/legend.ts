// Part of dragoman; see LICENSE.
//
// What lines mean.  What shapes and colours of nodes mean stands beside the filters.

import { h, svg } from './dom';
import { FAMILIES, type Family } from './families';
import { DASHES, type Dash } from './statuses';

function sample(dash: Dash, className: string, end: 'triangle' | 'tee' | 'none'): SVGSVGElement {
  return svg('svg', { width: 44, height: 12, viewBox: '0 0 44 12', 'aria-hidden': 'true', class: `sample ${className}` },
    svg('line', {
      x1: 1, y1: 6, x2: end === 'none' ? 43 : 36, y2: 6, 'stroke-width': 2,
      ...(dash === 'solid' ? {} : { 'stroke-dasharray': DASHES[dash].pattern.join(' ') }),
    }),
    end === 'triangle' && svg('path', { d: 'M35 2 L43 6 L35 10 Z' }),
    end === 'tee' && svg('line', { x1: 38, y1: 1, x2: 38, y2: 11, 'stroke-width': 2.5 }));
}

// Corners of the shapes as cytoscape has them, in a box from -1 to 1.
function points(family: Family): string {
  const regular = (n: number, turn: number): string => Array.from({ length: n }, (_, i) => {
    const angle = turn + 2 * Math.PI * i / n;
    return `${(Math.sin(angle)).toFixed(3)},${(-Math.cos(angle)).toFixed(3)}`;
  }).join(' ');
  switch (FAMILIES[family].shape) {
    case 'diamond': return '0,-1 1,0 0,1 -1,0';
    case 'triangle': return '0,-1 1,0.9 -1,0.9';
    case 'pentagon': return regular(5, 0);
    case 'hexagon': return '-0.5,-0.9 0.5,-0.9 1,0 0.5,0.9 -0.5,0.9 -1,0';
    case 'octagon': return regular(8, Math.PI / 8);
    case 'star': return Array.from({ length: 10 }, (_, i) => {
      const r = i % 2 === 0 ? 1 : 0.42;
      return `${(r * Math.sin(Math.PI * i / 5)).toFixed(3)},${(-r * Math.cos(Math.PI * i / 5)).toFixed(3)}`;
    }).join(' ');
    case 'vee': return '-1,-1 0,-0.3 1,-1 0,1';
    default: return '-0.9,-0.9 0.9,-0.9 0.9,0.9 -0.9,0.9';
  }
}

// A node of a family, as SVG, of radius 1 around 0,0.
export function familyShape(family: Family, attributes: Record<string, string | number> = {}): SVGElement {
  switch (FAMILIES[family].shape) {
    case 'ellipse': return svg('circle', { r: 1, ...attributes });
    case 'round-rectangle': return svg('rect', { x: -1, y: -1, width: 2, height: 2, rx: 0.35, ...attributes });
    default: return svg('polygon', { points: points(family), ...attributes });
  }
}

export function swatch(family: Family): SVGSVGElement {
  return svg('svg', { class: `swatch family-${family}`, viewBox: '-1.25 -1.25 2.5 2.5', width: 14, height: 14, 'aria-hidden': 'true' },
    familyShape(family));
}

export function legend(open: boolean): HTMLElement {
  const row = (drawn: SVGElement, text: string): HTMLElement => h('li', {}, drawn, text);
  return h('details', { class: 'legend', open },
    h('summary', {}, 'What lines mean'),
    h('ul', {},
      ...(Object.keys(DASHES) as Dash[]).map((dash) => row(sample(dash, 'asserted', 'triangle'), DASHES[dash].label)),
      row(sample('solid', 'denied', 'tee'), 'denied'),
      row(sample('solid', 'disputed', 'triangle'), 'asserted by some, denied by others'),
      row(sample('solid', 'asserted', 'none'), 'mutual: no arrowhead')));
}
