// Part of dragoman; see LICENSE.
//
// Where the nodes stand: d3-force, which starts from fixed places and draws no random numbers,
// so a graph looks the same each time.  Computed in slices, so that the page stays responsive.

import {
  forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';

export interface LayoutNode {
  id: string;
  radius: number;
}

export interface LayoutLink {
  source: string;
  target: string;
  weight: number;
}

type Point = { x: number; y: number };
type SimNode = LayoutNode & SimulationNodeDatum;

const SLICE_MS = 14;

export async function layout(
  nodes: readonly LayoutNode[], links: readonly LayoutLink[], aspect: number,
  pause: () => Promise<void> = () => new Promise((done) => setTimeout(done)),
): Promise<Map<string, Point>> {
  const sim: SimNode[] = nodes.map((n) => ({ ...n }));
  const degree = new Map<string, number>();
  for (const l of links) {
    degree.set(l.source, (degree.get(l.source) ?? 0) + 1);
    degree.set(l.target, (degree.get(l.target) ?? 0) + 1);
  }
  const few = sim.length < 150;
  const ticks = few ? 400 : sim.length < 2000 ? 220 : 120;
  const weight = (l: SimulationLinkDatum<SimNode> & { weight: number }): number => l.weight;
  const ends = (l: SimulationLinkDatum<SimNode>): [SimNode, SimNode] => [l.source as SimNode, l.target as SimNode];
  const simulation = forceSimulation(sim)
    .force('link', forceLink<SimNode, SimulationLinkDatum<SimNode> & { weight: number }>(links.map((l) => ({ ...l })))
      .id((n) => n.id)
      .distance((l) => {
        const [a, b] = ends(l);
        return (few ? 90 : 55) + a.radius + b.radius;
      })
      // Hubs hold their many neighbours loosely, or they would all fall into the middle.
      .strength((l) => {
        const [a, b] = ends(l);
        const least = Math.min(degree.get(a.id) ?? 1, degree.get(b.id) ?? 1);
        return Math.min(1, (0.6 + 0.1 * Math.log2(weight(l))) / Math.sqrt(least));
      }))
    .force('charge', forceManyBody<SimNode>()
      .strength((n) => (few ? -420 : -190) - 8 * n.radius).theta(1).distanceMax(few ? 900 : 1200))
    .force('x', forceX<SimNode>(0).strength((few ? 0.06 : 0.035) / Math.max(1, aspect * aspect)))
    .force('y', forceY<SimNode>(0).strength((few ? 0.06 : 0.035) * Math.max(1, aspect)))
    .force('collide', forceCollide<SimNode>((n) => n.radius + (few ? 16 : 7)))
    .alphaDecay(1 - Math.pow(0.001, 1 / ticks))
    .stop();
  let sliceStart = performance.now();
  for (let i = 0; i < ticks; ++i) {
    simulation.tick();
    if (performance.now() - sliceStart > SLICE_MS) {
      await pause();
      sliceStart = performance.now();
    }
  }
  return new Map(sim.map((n) => [n.id, { x: n.x ?? 0, y: n.y ?? 0 }]));
}
