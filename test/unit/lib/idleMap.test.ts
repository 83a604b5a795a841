import { IdleMap } from '../../../nodes/shared/lib/idleMap';

let now: number;
let map: IdleMap<string>;
beforeEach(() => {
	now = 0;
	map = new IdleMap({ capacity: 3, idle: 1000, clock: () => now });
});

it('remembers what is set, and forgets what is deleted', () => {
	map.set('a', 'A');
	map.set('a', 'B');
	expect([map.get('a'), map.get('b'), map.size]).toEqual(['B', undefined, 1]);
	map.delete('a');
	expect(map.get('a')).toBeUndefined();
});

it('drops what nobody has asked for, once something new comes', () => {
	map.set('idle', '1');
	map.set('used', '2');
	now = 900;
	map.get('used');
	now = 1000;
	map.set('new', '3');
	expect([map.get('idle'), map.get('used'), map.get('new')]).toEqual([undefined, '2', '3']);
});

it('drops the longest idle one when there are too many', () => {
	for (const key of ['a', 'b', 'c']) map.set(key, key);
	map.get('a');
	map.set('d', 'd');
	expect(map.size).toBe(3);
	expect([map.get('b'), map.get('a')]).toEqual([undefined, 'a']);
});
