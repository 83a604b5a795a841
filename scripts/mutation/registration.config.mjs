import { mutationOf } from './shared.mjs';

/** Registration at WaGo, against its tests in n8n's engine: slower, since each mutant starts that engine. */
export default mutationOf('registration', 'jest.registration.config.js', [
	'nodes/WagoTrigger/{hooks,record,registration,subscription}.ts',
	'nodes/shared/webhook/*.ts',
]);
