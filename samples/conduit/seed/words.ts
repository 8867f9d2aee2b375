/** The same words in the same order on every run. */
export class Words {
  #state = 20_260_101;

  /** A whole number from 0, below the limit. */
  number(limit: number): number {
    // The generator of Numerical Recipes: good enough for words.
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  /** One of a list that is not empty. */
  one<T>(choices: readonly T[]): T {
    return choices[this.number(choices.length)] as T;
  }

  /** A few different ones. */
  some(count: number, words: readonly string[]): string[] {
    return [...new Set(Array.from({ length: count }, () => this.one(words)))];
  }

  title(): string {
    return `${capitalize(this.one(openings))} ${this.one(nouns)} and the ${this.one(adjectives)} ${this.one(nouns)}`;
  }

  sentence(): string {
    return `The ${this.one(adjectives)} ${this.one(nouns)} ${this.one(verbs)} a ${this.one(adjectives)} ${this.one(nouns)}.`;
  }

  paragraph(): string {
    return Array.from({ length: 3 + this.number(5) }, () => this.sentence()).join(' ');
  }
}

export const tags = [
  'api',
  'databases',
  'design',
  'http',
  'javascript',
  'node',
  'rest',
  'testing',
  'typescript',
  'tools',
];

export const names = ['ada', 'alan', 'barbara', 'dennis', 'donald', 'edsger', 'frances', 'grace', 'john', 'margaret'];

const openings = ['on', 'about', 'against', 'beyond', 'building', 'debugging', 'in praise of', 'understanding'];
const adjectives = [
  'broken',
  'careful',
  'clever',
  'gentle',
  'honest',
  'patient',
  'quick',
  'quiet',
  'simple',
  'strange',
];
const nouns = [
  'bridge',
  'compiler',
  'gardener',
  'index',
  'lantern',
  'library',
  'query',
  'river',
  'schema',
  'server',
  'train',
];
const verbs = [
  'answers',
  'carries',
  'finds',
  'follows',
  'improves',
  'remembers',
  'repairs',
  'replaces',
  'teaches',
  'watches',
];

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
