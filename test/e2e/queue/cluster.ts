import { POSTGRES, POSTGRES_USER, startPostgres } from '../../../scripts/lib/postgres';
import { REDIS, startRedis } from '../../../scripts/lib/redis';
import type { OwnServer } from '../../../scripts/lib/service';
import { N8nClient } from '../../../scripts/n8n/client';
import { N8nServer } from '../../../scripts/n8n/server';
import { OWNER } from '../testbed';
import { Balancer } from './balancer';

/** n8n's queue mode: one main for the editor, two webhook processors behind a balancer, two workers. */
export interface Cluster {
	readonly balancer: Balancer;
	readonly main: N8nServer;
	readonly webhooks: readonly N8nServer[];
	readonly workers: readonly N8nServer[];
	readonly client: N8nClient;
	readonly redisPort: number;
	dispose(): Promise<void>;
}

const WORKER = ['worker', '--concurrency=5'];

function environment(postgres: OwnServer, redis: OwnServer, balancer: Balancer) {
	return {
		EXECUTIONS_MODE: 'queue',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: `${postgres.port}`,
		DB_POSTGRESDB_USER: POSTGRES_USER,
		DB_POSTGRESDB_DATABASE: 'postgres',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: `${redis.port}`,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		// What WaGo is given as the address of webhooks.
		WEBHOOK_URL: balancer.url,
		N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
	};
}

export const canStartCluster = (): boolean => POSTGRES.isThere() && REDIS.isThere();

export async function startCluster(packageFolder: string): Promise<Cluster> {
	const [postgres, redis] = [await startPostgres(), await startRedis()];
	const balancer = await Balancer.start();
	const env = environment(postgres, redis, balancer);
	const start = async (command?: string[]) =>
		await N8nServer.start({ packages: [packageFolder], command, env });

	// The main process makes the tables that the others look for.
	const main = await start();
	const client = new N8nClient(main.url);
	await client.setUpOwner(OWNER);
	const others = await Promise.all([['webhook'], ['webhook'], WORKER, WORKER].map(start));
	const webhooks = others.slice(0, 2);
	const workers = others.slice(2);
	balancer.lead(webhooks.map(({ url }) => url));

	const dispose = async () => {
		await Promise.all([main, ...others].map(async (server) => await server.dispose()));
		balancer.stop();
		await Promise.all([postgres.dispose(), redis.dispose()]);
	};
	return { balancer, main, webhooks, workers, client, redisPort: redis.port, dispose };
}
