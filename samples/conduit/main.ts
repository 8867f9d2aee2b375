import { Kernel } from 'quintet';
import { ConduitModule } from './app.module';

async function main(): Promise<void> {
  const kernel = await Kernel.create(ConduitModule);
  const url = await kernel.listen();
  for (const line of describeStart(url)) console.log(line);
}

function describeStart(url: string): string[] {
  return [
    `Conduit is at ${url}/api`,
    `Read and try it at ${url}/docs`,
    `Try: curl ${url}/api/articles`,
    'For something to read: stop it, npm run conduit:seed, and start it again.',
  ];
}

void main();
