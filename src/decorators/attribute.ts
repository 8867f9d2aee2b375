import type { AbstractClass } from '../metadata/class';
import { attributeMetadata } from '../metadata/views';

/** Lets `init` set a public field of a view or a middleware. */
export function Attribute() {
  return <Target extends object, Name extends keyof Target>(target: Target, name: Name): void => {
    attributeMetadata.append(target.constructor as AbstractClass, String(name));
  };
}
