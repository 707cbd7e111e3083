/** Who and what several scenes of 瑞虹的一天 show. */
import { box } from './scene-parts.mjs';

export const OLD_MAN = { top: '#3f6f6c', bottom: '#3a322d', hair: 'short', hairColor: '#d9d3c8' };
export const HOST = { top: '#b0553d', bottom: '#33302e', hair: 'bob' };

export const towers = (list, color, glass) =>
  list
    .map(([x, top, width, base = 560]) => {
      const panes = [];
      for (let y = top + 26; y < base - 30; y += 38)
        for (let wx = x + 18; wx < x + width - 22; wx += 30) panes.push(`M${wx} ${y}h12v18h-12z`);
      return `${box(x, top, width, base - top, color)}<path d="${panes.join('')}" fill="${glass}"/>`;
    })
    .join('');
