// Part of dragoman; see LICENSE.
//
// Types of entities as the page shows them: nineteen types in ten families, each with a colour
// (src/style/colours.css), and a shape in the graph so that colour is never the only sign.

export type Family =
  'person' | 'state' | 'place' | 'government' | 'international' | 'armed' | 'organisation' |
  'group' | 'thing' | 'value' | 'blank';

export interface FamilyLook {
  label: string;
  shape: 'ellipse' | 'round-rectangle' | 'diamond' | 'pentagon' | 'hexagon' | 'triangle' |
    'rectangle' | 'octagon' | 'star' | 'vee';
}

export const FAMILIES: Record<Family, FamilyLook> = {
  person: { label: 'Person', shape: 'ellipse' },
  state: { label: 'State', shape: 'round-rectangle' },
  place: { label: 'City or place', shape: 'diamond' },
  government: { label: 'Government body', shape: 'pentagon' },
  international: { label: 'International body', shape: 'hexagon' },
  armed: { label: 'Armed group', shape: 'triangle' },
  organisation: { label: 'Company, media, institute', shape: 'rectangle' },
  group: { label: 'Unnamed group', shape: 'octagon' },
  thing: { label: 'Weapon, event, office', shape: 'star' },
  value: { label: 'Date or amount', shape: 'vee' },
  blank: { label: 'Not named', shape: 'ellipse' },
};

const FAMILY_OF: Record<string, Family> = {
  PERSON: 'person',
  STATE: 'state',
  CITY: 'place',
  PLACE: 'place',
  GOVERNMENT_BODY: 'government',
  INTERNATIONAL_ORG: 'international',
  ARMED_GROUP: 'armed',
  ORGANISATION: 'organisation',
  COMPANY: 'organisation',
  MEDIA: 'organisation',
  THINK_TANK: 'organisation',
  NATIONALITY: 'state',
  GROUP: 'group',
  WEAPON: 'thing',
  EVENT: 'thing',
  OFFICE: 'thing',
  DATE: 'value',
  MONEY: 'value',
  QUANTITY: 'value',
};

// A type that this page does not know yet is a thing; no type at all is a blank node.
export function familyOf(type: string): Family {
  return type === '' ? 'blank' : FAMILY_OF[type] ?? 'thing';
}
