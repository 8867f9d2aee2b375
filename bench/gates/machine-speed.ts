import { execFileSync } from 'node:child_process';

// What the work below took on the machine on which the limits in milliseconds were set, when that was idle.
const reference = 380;

// Work of the same kind: Fastify alone, as it starts with 1,000 routes, in a process where no code has run yet.
const work = `
  const before = process.cpuUsage();
  const server = require('fastify')();
  const method = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  for (let index = 0; index < 1000; index++) server.route({ method, url: '/part-' + index + '/:id', handler() {} });
  server.ready().then(() => {
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(String((user + system) / 1000));
  });
`;

/** How many times slower this machine is now than the one on which the limits were set; 1 where it is not slower. */
export function readSlowdown(): number {
  const milliseconds = Number(execFileSync(process.execPath, ['-e', work], { cwd: __dirname, encoding: 'utf8' }));
  return Math.max(1, milliseconds / reference);
}
