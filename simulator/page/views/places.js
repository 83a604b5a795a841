/** Where the simulator's people are when they send their location. */
export const HERE = { latitude: 52.51627, longitude: 13.37772, name: 'Brandenburg Gate' };
