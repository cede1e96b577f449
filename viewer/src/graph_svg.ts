// Part of dragoman; see LICENSE.
//
// The graph as SVG, in the colours of the page; the PNG is drawn from it.

import type { Core } from 'cytoscape';
import type { Bundle } from './bundles';
import type { Colours } from './colours';
import { svg } from './dom';
import { clip, placeLabels, type LabelItem } from './labels';
import { familyShape } from './legend';
import type { Model } from './model';
import { DASHES } from './statuses';

export interface Drawing {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

const MARGIN = 70;
const n = (x: number): string => x.toFixed(1);

export function drawingOf(
  cy: Core, model: Model, bundles: ReadonlyMap<string, Bundle>, colours: Colours,
  measure: (text: string, size: number) => number,
): Drawing | null {
  const shown = cy.elements(':visible');
  if (shown.empty()) return null;
  const box = shown.boundingBox({ includeLabels: false, includeOverlays: false, includeUnderlays: false });
  const width = Math.ceil(box.w + 2 * MARGIN);
  const height = Math.ceil(box.h + 2 * MARGIN);
  const at = (p: { x: number; y: number }): { x: number; y: number } =>
    ({ x: p.x - box.x1 + MARGIN, y: p.y - box.y1 + MARGIN });

  const lines = svg('g', { fill: 'none' });
  cy.edges(':visible').forEach((e) => {
    const bundle = bundles.get(e.id());
    if (!bundle) return;
    const s = at(e.sourceEndpoint());
    const t = at(e.targetEndpoint());
    const controls = (e.controlPoints() as { x: number; y: number }[] | undefined ?? []).map(at);
    const [c1, c2] = controls;
    const path = c1 && c2 ? `C${n(c1.x)} ${n(c1.y)} ${n(c2.x)} ${n(c2.y)} ${n(t.x)} ${n(t.y)}`
      : c1 ? `Q${n(c1.x)} ${n(c1.y)} ${n(t.x)} ${n(t.y)}` : `L${n(t.x)} ${n(t.y)}`;
    const colour = colours.stance[bundle.stance];
    const lineWidth = e.data('width') as number;
    lines.append(svg('path', {
      d: `M${n(s.x)} ${n(s.y)}${path}`, stroke: colour, 'stroke-width': n(lineWidth),
      ...(bundle.dash === 'solid' ? {} : { 'stroke-dasharray': DASHES[bundle.dash].pattern.join(' ') }),
    }, svg('title', {}, `${bundle.source.name} – ${bundle.label} – ${bundle.target.name}`)));
    if (!bundle.directed) return;
    const from = controls[controls.length - 1] ?? s;
    const length = Math.hypot(t.x - from.x, t.y - from.y) || 1;
    const [ux, uy] = [(t.x - from.x) / length, (t.y - from.y) / length];
    const size = 5 + 1.6 * lineWidth;
    const [bx, by] = [t.x - ux * size, t.y - uy * size];
    const half = size * 0.5;
    lines.append(bundle.stance === 'denied'
      ? svg('path', { d: `M${n(t.x - uy * half)} ${n(t.y + ux * half)}L${n(t.x + uy * half)} ${n(t.y - ux * half)}`, stroke: colour, 'stroke-width': n(lineWidth + 1) })
      : svg('path', { d: `M${n(t.x)} ${n(t.y)}L${n(bx - uy * half)} ${n(by + ux * half)}L${n(bx + uy * half)} ${n(by - ux * half)}Z`, fill: colour }));
  });

  const dots = svg('g', {});
  const items: LabelItem[] = [];
  cy.nodes(':visible').forEach((node) => {
    const entity = model.entities.get(node.id());
    if (!entity) return;
    const p = at(node.position());
    const radius = (node.data('size') as number) / 2;
    dots.append(svg('g', { transform: `translate(${n(p.x)} ${n(p.y)}) scale(${n(radius)})` },
      familyShape(entity.family, {
        fill: entity.blank ? colours.background : colours.family[entity.family],
        stroke: entity.blank ? colours.faint : colours.background, 'stroke-width': n(1.5 / radius),
      }), svg('title', {}, entity.name)));
    if (entity.blank) return;
    const degree = node.data('degree') as number;
    items.push({ text: clip(entity.name, 40), x: p.x, y: p.y, radius, size: Math.min(16, 11 + Math.round(Math.log2(1 + degree))), priority: degree + 1, solid: true });
  });
  cy.edges(':visible').forEach((e) => {
    const bundle = bundles.get(e.id());
    const length = Math.hypot(e.source().position().x - e.target().position().x, e.source().position().y - e.target().position().y);
    if (!bundle || length < 7 * bundle.label.length + 24) return;
    const p = at(e.midpoint());
    items.push({ text: bundle.label, x: p.x, y: p.y, radius: 0, size: 11, priority: 0.01 * bundle.reports.length });
  });
  const names = svg('g', {
    'font-family': 'system-ui, sans-serif', 'paint-order': 'stroke', stroke: colours.background, 'stroke-width': 3.5, 'stroke-linejoin': 'round',
  });
  for (const label of placeLabels(items, measure, width, height)) {
    names.append(svg('text', {
      x: n(label.x), y: n(label.y), 'font-size': label.item.size,
      fill: label.item.radius === 0 ? colours.faint : colours.ink,
    }, label.item.text));
  }
  return {
    width, height,
    svg: svg('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
      svg('rect', { width, height, fill: colours.background }), lines, dots, names),
  };
}

export function svgBlob(drawing: Drawing): Blob {
  return new Blob([new XMLSerializer().serializeToString(drawing.svg)], { type: 'image/svg+xml' });
}

// Twice the size on paper, as far as a canvas goes.
export async function pngBlob(drawing: Drawing): Promise<Blob> {
  const scale = Math.min(2, 8000 / Math.max(drawing.width, drawing.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(drawing.width * scale);
  canvas.height = Math.ceil(drawing.height * scale);
  const url = URL.createObjectURL(svgBlob(drawing));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  } finally {
    URL.revokeObjectURL(url);
  }
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => {
      if (blob) done(blob);
      else fail(new Error('the picture is too large for a PNG'));
    });
  });
}
