import { mutationOf } from './shared.mjs';

/** The pure core and the memory of deduplication, against their unit tests. */
export default mutationOf('core', 'jest.core.config.js', [
	'nodes/shared/whatsapp/**/*.ts',
	'nodes/WagoTrigger/deduplication.ts',
]);
