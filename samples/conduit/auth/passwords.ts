import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from 'quintet';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

// What OWASP asks of scrypt for 16 MiB of memory. A hash carries the cost it was made with, so that this can change.
const cost = { N: 2 ** 14, r: 8, p: 5 };
const keyLength = 32;

/** Hashes passwords, so that nobody can read them from the database. */
@Injectable()
export class Passwords {
  /** A hash as text: the cost, the salt and the key. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const key = await derive(normalize(password), salt, keyLength, cost);
    return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
  }

  /** Tells whether a hash was made of this password. Without a hash it takes as long, and the answer is no. */
  async verify(password: string, hash = decoy): Promise<boolean> {
    const [, N, r, p, salt = '', key = ''] = hash.split('$');
    const expected = Buffer.from(key, 'base64url');
    const options = { N: Number(N), r: Number(r), p: Number(p) };
    const actual = await derive(normalize(password), Buffer.from(salt, 'base64url'), expected.length, options);
    return timingSafeEqual(actual, expected) && hash !== decoy;
  }
}

// What a log-in with an unknown address is compared with: the time of an answer does not tell who has registered.
const decoy = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

// The same characters typed on another keyboard may be composed otherwise.
function normalize(password: string): string {
  return password.normalize('NFKC');
}
