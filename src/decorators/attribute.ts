import type { AbstractClass } from '../metadata/class';
import { attributeMetadata } from '../metadata/views';

/** Lets `init` set a public field of a view or a middleware. */
export function Attribute() {
  return <Target extends object>(target: Target, name: keyof Target): void => {
    attributeMetadata.append(target.constructor as AbstractClass, String(name));
  };
}
