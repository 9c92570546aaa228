import { cityKey, domainOf, organisationKey } from './organisation.ts';

/** An organisation as one record names it. */
export interface NamedOrganisation {
  organisation: string;
  city?: string;
  url?: string;
}

/** `same`; `other-place`: equal names, towns that differ; `no`. */
export type Sameness = 'same' | 'other-place' | 'no';

/** Compares organisations by name, web domain, place and the person's own aliases. */
export class Organisations {
  readonly #aliasOf = new Map<string, string>();
  readonly #keys = new Map<string, { key: string; branch?: string }>();

  constructor(aliases: readonly (readonly string[])[]) {
    for (const group of aliases) {
      const keys = group.map((name) => organisationKey(name).key).filter(Boolean);
      const first = keys[0];
      if (!first) continue;
      // Groups that share a name are one group.
      const root = keys.map((key) => this.#aliasOf.get(key)).find(Boolean) ?? `alias ${first}`;
      for (const key of keys) this.#aliasOf.set(key, root);
    }
  }

  /** The name's normal form, the alias group's where it has one; empty when it names no organisation. */
  keyOf(name: string): string {
    return this.#read(name).key;
  }

  /** Whether two records name one organisation. */
  compare(a: NamedOrganisation, b: NamedOrganisation): Sameness {
    const [one, other] = [this.#read(a.organisation), this.#read(b.organisation)];
    if (!one.key || !other.key) return 'no';
    const [domainA, domainB] = [a.url && domainOf(a.url), b.url && domainOf(b.url)];
    if (domainA && domainB && domainA === domainB) return 'same';
    if (one.key !== other.key) return 'no';
    // The person has said that the names are one organisation, wherever it is.
    if (one.key.startsWith('alias ')) return 'same';
    const [placeA, placeB] = [a.city ? cityKey(a.city) : one.branch, b.city ? cityKey(b.city) : other.branch];
    return placeA && placeB && placeA !== placeB ? 'other-place' : 'same';
  }

  #read(name: string): { key: string; branch?: string } {
    const known = this.#keys.get(name);
    if (known) return known;
    const { key, initials, branch } = organisationKey(name);
    const alias = this.#aliasOf.get(key) ?? (initials && this.#aliasOf.get(initials));
    const read = { key: alias || key, ...(branch ? { branch } : {}) };
    this.#keys.set(name, read);
    return read;
  }
}
