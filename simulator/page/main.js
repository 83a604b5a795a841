import { App } from './app.js';
import { follow } from './lib/api.js';
import { mountAnnouncer } from './views/announcer.js';
import { mountControls } from './views/controls.js';
import { mountNotice } from './views/notice.js';
import { mountPhone } from './views/phone.js';
import { mountTabs } from './views/tabs.js';
import { mountTopbar } from './views/topbar.js';
import { mountWire } from './views/wire.js';
import { sendReceipts } from './model/receipts.js';
import { World } from './model/world.js';

const world = new World();
let isPlanned = false;

/** Draws once for everything that happens in one turn. */
function plan() {
	if (isPlanned) return;
	isPlanned = true;
	queueMicrotask(() => {
		isPlanned = false;
		for (const render of renderers) render();
		sendReceipts(app);
	});
}

const app = new App(world, plan);
const place = (id) => document.getElementById(id);
const renderers = [
	mountTopbar(app),
	mountControls(place('controls'), app),
	mountPhone(place('phone'), app),
	mountWire(place('wire'), app),
	mountTabs(app),
	mountAnnouncer(place('announcer'), app),
];

mountNotice(place('notice'), app);

follow({
	clear: () => {
		world.clear();
		plan();
	},
	state: (state) => {
		world.describe(state);
		plan();
	},
	entry: (entry) => {
		world.enter(entry);
		plan();
	},
	connection: (isConnected) => app.set({ isConnected }),
});

document.addEventListener('visibilitychange', plan);
