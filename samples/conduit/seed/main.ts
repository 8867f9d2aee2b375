import { Kernel, Module } from 'quintet';
import { DataSource } from 'typeorm';
import { Passwords } from '../auth/passwords';
import { DatabaseModule } from '../database/database.module';
import { ConduitSettings } from '../settings';
import { Content } from './content';
import { createProgress } from './progress';
import { seed } from './seed';

const password = 'correct horse';
const size = { users: 100, articles: 5000 };

@Module({ settings: ConduitSettings, imports: [DatabaseModule] })
class SeedModule {}

async function main(): Promise<void> {
  const kernel = await Kernel.create(SeedModule);
  try {
    const content = new Content(await new Passwords().hash(password));
    const isFilled = await seed(kernel.container.resolve(DataSource), content, size, createProgress(process.stdout));
    console.log(isFilled ? `Log in as ada@example.com, "${password}".` : 'There are users already: nothing was added.');
  } finally {
    await kernel.close();
  }
}

void main();
