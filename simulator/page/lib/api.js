/** The simulator's answer to something that the page asked for. */
async function request(method, path, { headers = {}, body } = {}) {
	const response = await fetch(path, { method, headers, body });
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.error ?? `${method} ${path}: ${response.status}`);
	return answer;
}

const json = (value) => ({
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(value),
});
const ofSession = (token, what) => `simulator/sessions/${encodeURIComponent(token)}/${what}`;

/** Someone does something on a phone; what there is to do is in the simulator's README. */
export const act = (token, action) => request('POST', ofSession(token, 'messages'), json(action));

/** Someone sends a file; `action` says who, where and with which caption. */
export async function sendFile(token, file, { as, ...action }) {
	const mimeType = file.type || 'application/octet-stream';
	const media = { fileName: file.name, mimeType, base64: await base64Of(file), as };
	return await act(token, { ...action, media });
}

function base64Of(file) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
		reader.onerror = () => reject(reader.error);
		reader.readAsDataURL(file);
	});
}

export const sendReceipt = (token, receipt) =>
	request('POST', ofSession(token, 'receipts'), json(receipt));
export const sendPresence = (token, presence) =>
	request('POST', ofSession(token, 'presence'), json(presence));
export const happen = (token, what, body) => request('POST', ofSession(token, what), json(body));
export const scan = (token) => request('POST', ofSession(token, 'scan'));
export const logOut = (token) => request('POST', ofSession(token, 'logout'));
export const configure = (settings) => request('POST', 'simulator/settings', json(settings));
export const addFault = (fault) => request('POST', 'simulator/faults', json(fault));
export const reset = () => request('POST', 'simulator/reset');

/** Asks WaGo itself, as a client would, to connect the session and show its QR. */
export function connect(token) {
	const { headers, body } = json({ Subscribe: ['Message'], Immediate: true, Phone: '' });
	return request('POST', 'session/connect', { headers: { ...headers, token }, body });
}

/**
 * Follows the simulator; the browser connects again by itself, and then everything comes anew.
 * @param listener methods by the names of the stream's events, and `connection(isOpen)`
 */
export function follow(listener) {
	const source = new EventSource('simulator/stream');
	for (const event of ['clear', 'state', 'entry']) {
		source.addEventListener(event, ({ data }) => listener[event](JSON.parse(data)));
	}
	source.addEventListener('open', () => listener.connection(true));
	source.addEventListener('error', () => listener.connection(false));
}
