import { describeCloseNames } from './close-names';
import type { Problem } from './configuration-error';

/** A fake is given a method that the faked class does not have. */
export function unknownFakeMethod(type: string, name: string, known: readonly string[]): Problem {
  const question = describeCloseNames(name, known);
  return {
    code: 'Q901',
    problem: `The fake of ${type} has a method ${name}, which ${type} does not have.${question && ` ${question}`}`,
    fix: 'Correct the name, or remove the method from the fake.',
  };
}

/** A replacement in a test that would replace nothing. */
export function unusedReplacement(token: string, known: readonly string[]): Problem {
  const question = describeCloseNames(token, known);
  return {
    code: 'Q902',
    problem: `The test replaces ${token}, which nothing in the application uses.${question && ` ${question}`}`,
    fix: `Remove ${token} from \`with\`, or replace what is injected.`,
  };
}

/** Something in `with` that replaces nothing, since nobody knows what it stands for. */
export function notAReplacement(received: string): Problem {
  return {
    code: 'Q903',
    problem: `\`with\` contains ${received}, which is neither a fake nor a provider.`,
    fix: 'Write fake(Class, { … }), fake(TOKEN, value), or provide(token, { … }).',
  };
}

/** A kernel is made while a test has the timers faked. */
export function fakeTimersAtStart(names: readonly string[]): Problem {
  return {
    code: 'Q904',
    problem: `The kernel would never get ready under fake timers, which replace ${names.join(', ')}.`,
    fix: "Make the kernel before jest.useFakeTimers(), or write jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }).",
  };
}

/** A kernel is closed while a test has the timers faked. */
export function fakeTimersAtClose(names: readonly string[]): Problem {
  return {
    code: 'Q904',
    problem: `The kernel would never close under fake timers, which replace ${names.join(', ')}.`,
    fix: 'Call jest.useRealTimers() before kernel.close().',
  };
}

/** A view is tested alone, and nothing says at which URL. */
export function viewWithoutPattern(view: string): Problem {
  return {
    code: 'Q905',
    problem: `${view} has no @Route, so testView does not know its URL.`,
    fix: `Write testView(${view}, { pattern: '/…' }).`,
  };
}
