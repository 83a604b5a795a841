import { z } from 'zod';

const milliseconds = z.number().min(0);

/** What can be changed while the simulator runs (`POST /simulator/settings`), with what it starts with. */
export const settingsSchema = z
	.object({
		/** WaGo's switch "media file forwarding": inbound media is uploaded with its event. */
		mediaForwarding: z.boolean().default(true),
		/**
		 * Waits before the second, third … try of a delivery that got no 2xx. None: one try, the likely default.
		 * wuzapi since November 2025: 30, 60, 120 and 240 seconds.
		 */
		retryWaitsMs: z.array(milliseconds).default([]),
		/** How long a receiver may take to answer. */
		deliveryTimeoutMs: milliseconds.default(5_000),
		/** How often each event is delivered once more, as WhatsApp and WaGo sometimes do. */
		duplicates: z.number().int().min(0).default(0),
		/** Wait before each delivery. */
		deliveryDelayMs: milliseconds.default(0),
		/** A random wait on top of it: events of one session overtake each other. */
		deliveryJitterMs: milliseconds.default(0),
		/** Deliveries of a session one after the other; off, as in WaGo, each goes on its own. */
		keepOrder: z.boolean().default(false),
		/** Adds the text field `file` beside an uploaded file, as later relatives of WaGo do. */
		filePathField: z.boolean().default(false),
		/** Receipts that the contact's phone sends for each message it gets. */
		autoReceipts: z.enum(['none', 'delivered', 'read']).default('none'),
		/** Whether messages sent by the API come back as `Message` events with `IsFromMe`. */
		echoSentMessages: z.boolean().default(false),
		/** How long one QR code is shown, how long none is in between, and how many are shown before the time-out. */
		qrPeriodMs: milliseconds.default(20_000),
		qrGapMs: milliseconds.default(100),
		qrCodes: z.number().int().min(1).default(6),
		/** How long `/session/connect` with `Immediate: false` blocks. */
		connectWaitMs: milliseconds.default(10_000),
		/** The form of `Jid` in `/session/status`: documented as an object, a string in today's library. */
		jidForm: z.enum(['object', 'string']).default('object'),
		/**
		 * Whether writing the webhook ends the deliveries until the session is connected anew, as in a wuzapi of 2026:
		 * `GET /webhook` goes on naming the events, `/session/status` names none.
		 */
		webhookEndsDeliveries: z.boolean().default(false),
		/** The method of `/user/avatar`: the code of WaGo's relatives has POST, its endpoint list GET. */
		avatarMethod: z.enum(['POST', 'GET']).default('POST'),
		/**
		 * Answers as wuzapi of August 2024 or January 2026 was seen to, where WaGo's docs say something else or
		 * nothing: the README has the list.
		 */
		relative: z.enum(['none', '2024', '2026']).default('none'),
		/** Where the page's link to n8n leads; without it there is none. */
		n8nUrl: z.string().url().optional(),
		/** Seeds the order of multipart parts; without it, it differs from run to run. */
		seed: z.number().int().optional(),
	})
	.strict();

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;
