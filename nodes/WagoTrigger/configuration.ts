import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { z } from 'zod/v3';

import { KIND_CHOICES } from '../shared/whatsapp/kindGroups';
import { SUBSCRIPTIONS } from '../shared/whatsapp/subscriptions';

/** Multiple choices arrive as a list, from an expression also as text. */
function listOf<Member extends z.ZodTypeAny>(member: Member) {
	const split = (text: string) => text.split(',').map((name) => name.trim());
	return z.preprocess(
		(value) => (typeof value === 'string' ? split(value) : value),
		z.array(member),
	);
}

const names = listOf(z.string());

/** WaGo drops names that it does not know without a word, and takes none for all of them (inferred from wuzapi). */
const events = listOf(z.enum(SUBSCRIPTIONS)).refine((chosen) => chosen.length > 0, {
	message: 'Choose at least one event',
});

/** Nothing chosen would start nothing, and a name that is misspelt would not either. */
const kinds = listOf(z.enum(KIND_CHOICES)).refine((chosen) => chosen.length > 0, {
	message: "Choose at least one kind, or 'All Kinds'",
});

/** An expression without a result gives `null`, which is no text to look for. */
const text = z.preprocess((value) => value ?? '', z.coerce.string());

const configurationSchema = z.object({
	events: events.default(['Message']),
	kinds: kinds.default(['content']),
	chatTypes: names.default(['private']),
	ownMessages: z.enum(['ignore', 'people', 'all']).default('ignore'),
	simplify: z.boolean().default(true),
	binaryPropertyName: z.string().min(1).default('data'),
	filters: z
		.object({
			senders: text,
			excludedSenders: text,
			textContains: text,
			textMatches: text,
			/** Seconds; 0 for any age. */
			maxAge: z.coerce.number().nonnegative().default(0),
		})
		.default({}),
	options: z
		.object({
			acceptWithoutToken: z.boolean().default(false),
			deduplicate: z.boolean().default(true),
			/** Hours. */
			deduplicationWindow: z.coerce.number().positive().default(24),
			includeRaw: z.boolean().default(false),
			includeSkipped: z.boolean().default(false),
			manageSubscription: z.boolean().default(true),
			restorePreviousWebhook: z.boolean().default(true),
			webhookBaseUrl: text,
		})
		.default({}),
});

/** The node's parameters with all defaults, as saved workflows of any age may lack some. */
export type Configuration = z.infer<typeof configurationSchema>;

const PARAMETERS = Object.keys(configurationSchema.shape) as Array<keyof Configuration>;

/** Reads the parameters, with expressions evaluated. Throws `ZodError` for a value that makes no sense. */
export function readConfiguration(
	context: Pick<IHookFunctions | IWebhookFunctions, 'getNodeParameter'>,
): Configuration {
	// n8n has none of the parameters that the chosen events hide, and throws without another value for them.
	const values = PARAMETERS.map((name) => [
		name,
		context.getNodeParameter(name, null) ?? undefined,
	]);
	return configurationSchema.parse(Object.fromEntries(values));
}
