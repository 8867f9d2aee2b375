import { builtInConverters, pathConverter, strConverter, wildcardConverter } from '../../src/routing/converters';
import { parsePattern } from '../../src/routing/parse-pattern';

function read(text: string) {
  return parsePattern(text, builtInConverters, 'NoteView (@Route)');
}

function invalid(text: string, what: string, fix: string) {
  return { code: 'Q101', problem: `The pattern "${text}" of NoteView (@Route) ${what}.`, fix };
}

describe('parsePattern', () => {
  it('reads text, parameters and converters', () => {
    expect(read('/notes/:id/<int:page>').pattern).toEqual({
      text: '/notes/:id/<int:page>',
      segments: [
        { kind: 'text', text: 'notes' },
        { kind: 'parameter', name: 'id', converter: strConverter },
        { kind: 'parameter', name: 'page', converter: builtInConverters.get('int') },
      ],
    });
  });

  it('reads what takes the rest of the path', () => {
    expect(read('/*').pattern?.segments).toEqual([{ kind: 'rest', name: '*', converter: wildcardConverter }]);
    expect(read('/<path:file>').pattern?.segments).toEqual([{ kind: 'rest', name: 'file', converter: pathConverter }]);
  });

  it('keeps a trailing slash as an empty text', () => {
    expect(read('/').pattern?.segments).toEqual([{ kind: 'text', text: '' }]);
    expect(read('/a/').pattern?.segments).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'text', text: '' },
    ]);
  });

  it.each(['100%', 'x y', 'ü', 'a,b@c', '(a)', 'a.b-c', '$'])('takes %j as text', (text) => {
    expect(read(`/${text}`)).toEqual({
      pattern: { text: `/${text}`, segments: [{ kind: 'text', text }] },
      problems: [],
    });
  });

  it('finds an unknown converter, and names those there are', () => {
    expect(read('/notes/<imt:id>')).toEqual({
      pattern: undefined,
      problems: [
        {
          code: 'Q102',
          problem:
            'The pattern "/notes/<imt:id>" of NoteView (@Route) uses the converter "imt", which does not exist. Did you mean "int"?',
          fix: 'Use one of int, str, slug, uuid, path, or list converter("imt", …) in the converters of the module.',
        },
      ],
    });
    expect(read('/<archive:id>').problems[0]?.problem).toBe(
      'The pattern "/<archive:id>" of NoteView (@Route) uses the converter "archive", which does not exist.',
    );
  });

  it('finds two parameters of one name', () => {
    expect(read('/:id/a/<int:id>/:id').problems).toEqual([
      {
        code: 'Q103',
        problem: 'The pattern "/:id/a/<int:id>/:id" of NoteView (@Route) has two parameters with the name "id".',
        fix: 'Rename one of them; the pattern of an include counts too.',
      },
    ]);
  });

  it("explains Django's short form", () => {
    expect(read('/<id>').problems).toEqual([
      invalid('/<id>', 'has the segment "<id>", which names no converter', 'Write ":id" or "<str:id>".'),
    ]);
  });

  it.each([':id(\\d+)', ':id(^[0-9]+$)?', ':a(x)-:b'])('finds a regular expression in %j', (segment) => {
    expect(read(`/${segment}`).problems).toEqual([
      invalid(
        `/${segment}`,
        `has a regular expression in "${segment}"`,
        'Make a converter of it: list converter("code", { pattern, parse, format }) in the module and write "<code:name>".',
      ),
    ]);
  });

  it('finds an optional parameter', () => {
    expect(read('/notes/:id?').problems).toEqual([
      invalid(
        '/notes/:id?',
        'has the optional parameter ":id?"',
        'Declare two routes, one with the parameter and one without it.',
      ),
    ]);
  });

  it.each([
    ':a-:b',
    ':a.json',
    'v:a',
    'a::b',
    '::',
    ':',
    '<int:a>.json',
    'v<int:a>',
    '<int:a',
    '<:a>',
    '<int:>',
    'a*',
    '**',
  ])('finds that %j is neither text nor one parameter', (segment) => {
    expect(read(`/${segment}`).problems).toEqual([
      invalid(
        `/${segment}`,
        `has the segment "${segment}", which is neither text nor one parameter`,
        'Write the parameter as a segment of its own, or make a converter that reads the whole segment: "<code:name>".',
      ),
    ]);
  });

  it.each(['*', '<path:file>'])('finds %s before the end', (segment) => {
    expect(read(`/${segment}/a`).problems).toEqual([
      invalid(
        `/${segment}/a`,
        `has "${segment}" before its end, but it takes the whole rest of a path`,
        `Move "${segment}" to the end, or use a parameter that takes one segment.`,
      ),
    ]);
  });

  it.each([':1a', '<int:__proto__>', ':é'])('finds a name in %j that is none', (segment) => {
    const name = segment.replace(/^<int:|^:|>$/g, '');

    expect(read(`/${segment}`).problems).toEqual([
      invalid(
        `/${segment}`,
        `has a parameter whose name is "${name}"`,
        'Give it a name of letters, digits and _ that does not start with a digit.',
      ),
    ]);
  });

  it('finds an empty segment', () => {
    expect(read('/a//b').problems).toEqual([
      invalid('/a//b', 'has an empty segment', 'Write one slash where there are two.'),
    ]);
  });

  it.each(['?', '#'])('finds a %s, where the path of a URL ends', (character) => {
    expect(read(`/a${character}b`).problems).toEqual([
      invalid(
        `/a${character}b`,
        `has a "${character}", where the path of a URL ends`,
        `Remove the "${character}" and what follows; a view reads the query with @Query.`,
      ),
    ]);
  });

  it('finds percent-encoded text', () => {
    expect(read('/%C3%BC').problems).toEqual([
      invalid(
        '/%C3%BC',
        'has the percent-encoded segment "%C3%BC", but patterns are compared with decoded text',
        'Write the characters themselves.',
      ),
    ]);
  });

  it('finds everything that is wrong at once', () => {
    expect(read('/<id>//:a-:b/*/c').problems.map(({ problem }) => problem)).toEqual([
      'The pattern "/<id>//:a-:b/*/c" of NoteView (@Route) has the segment "<id>", which names no converter.',
      'The pattern "/<id>//:a-:b/*/c" of NoteView (@Route) has the segment ":a-:b", which is neither text nor one parameter.',
      'The pattern "/<id>//:a-:b/*/c" of NoteView (@Route) has an empty segment.',
      'The pattern "/<id>//:a-:b/*/c" of NoteView (@Route) has "*" before its end, but it takes the whole rest of a path.',
    ]);
  });
});
