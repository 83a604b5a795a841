/** Faults that WaGo can be told to have, by what they do to the next requests. */
export const FAULTS = {
	error: ['Answer 500', { status: 500 }],
	notLoggedIn: [
		'Answer “not logged in”',
		{ status: 500, body: { code: 500, error: 'not logged in', success: false } },
	],
	unauthorized: [
		'Answer 401',
		{ status: 401, body: { code: 401, error: 'Unauthorized', success: false } },
	],
	proxy: [
		'Answer a proxy’s HTML page',
		{ status: 502, body: '<html><body><h1>502 Bad Gateway</h1></body></html>' },
	],
	slow: ['Answer after 3 seconds', { delayMs: 3000 }],
	drop: ['Close the connection', { drop: true }],
	hang: ['Never answer', { hang: true }],
	lost: ['Send it, then answer 500', { status: 500, afterAccept: true }],
};

/** The endpoints that the page offers to let fail. */
export const PATHS = [
	'/send/text',
	'/send/image',
	'/send/audio',
	'/send/document',
	'/send/buttons',
	'/send/list',
	'/send/poll',
	'/message/react',
	'/message/markread',
	'/session/status',
	'/webhook',
];

/** Settings of the simulator with the values that the page offers. */
export const DELIVERY_SETTINGS = [
	[
		'deliveryDelayMs',
		'Delay',
		[
			[0, 'None'],
			[2000, '2 seconds'],
			[10_000, '10 seconds'],
		],
	],
	[
		'deliveryJitterMs',
		'Disorder',
		[
			[0, 'None'],
			[3000, 'Up to 3 seconds'],
		],
	],
	[
		'duplicates',
		'Duplicates',
		[
			[0, 'None'],
			[1, 'One more of each'],
			[3, 'Three more of each'],
		],
	],
	[
		'retryWaitsMs',
		'When the webhook fails',
		[
			[[], 'Give up'],
			[[1000, 2000, 4000], 'Try three times more'],
		],
	],
	[
		'mediaForwarding',
		'Received files',
		[
			[true, 'Come with the event'],
			[false, 'Have to be downloaded'],
		],
	],
];
