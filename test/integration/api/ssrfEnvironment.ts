/* eslint-disable @n8n/community-nodes/no-restricted-globals */
/** n8n reads its settings when it is loaded, so this has to be imported before it. */
process.env.N8N_SSRF_PROTECTION_ENABLED = 'true';
process.env.N8N_SSRF_BLOCKED_HOSTNAMES = 'blocked.test';

export {};
