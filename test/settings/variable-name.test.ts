import { toVariableName } from '../../src/settings/variable-name';

describe('the variable of a field', () => {
  it.each([
    ['port', 'PORT'],
    ['databaseUrl', 'DATABASE_URL'],
    ['databaseURL', 'DATABASE_URL'],
    ['URLPath', 'URL_PATH'],
    ['jwtKey', 'JWT_KEY'],
    ['s3Key', 'S3_KEY'],
    ['S3Bucket', 'S3_BUCKET'],
    ['ipv4', 'IPV4'],
    ['http2Port', 'HTTP2_PORT'],
    ['sha256Sum', 'SHA256_SUM'],
    ['aB', 'A_B'],
    ['aBC', 'A_BC'],
    ['xForwardedFor', 'X_FORWARDED_FOR'],
    ['snake_case', 'SNAKE_CASE'],
    ['UPPER_SNAKE', 'UPPER_SNAKE'],
    ['größeÄndern', 'GRÖSSE_ÄNDERN'],
  ])('of %s is %s', (field, variable) => {
    expect(toVariableName(field)).toBe(variable);
  });
});
