import { SUBSCRIPTION_OPTIONS } from '../../../nodes/shared/whatsapp/subscriptionOptions';
import { SUBSCRIPTIONS } from '../../../nodes/shared/whatsapp/subscriptions';

it('offers every subscription once, sorted by name', () => {
	const names = SUBSCRIPTION_OPTIONS.map(({ name }) => name);
	expect(names).toEqual([...names].sort());
	expect(SUBSCRIPTION_OPTIONS.map(({ value }) => value).sort()).toEqual([...SUBSCRIPTIONS].sort());
});
