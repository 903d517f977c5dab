/** Two quiet notes: rising for what is close, falling for what has broken. Made here, so that nothing has to be loaded. */
const NOTES = { near: [660, 880], broken: [880, 587] };
const NOTE_S = 0.16;
const VOLUME = 0.08;

let context = null;

export function chime(broken) {
  if (!('AudioContext' in window)) return;
  context ??= new AudioContext();
  // A browser holds sound back until somebody has touched the page.
  context.resume();
  NOTES[broken ? 'broken' : 'near'].forEach((pitch, i) => note(pitch, context.currentTime + i * NOTE_S));
}

function note(pitch, at) {
  const tone = new OscillatorNode(context, { type: 'sine', frequency: pitch });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(VOLUME, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, at + NOTE_S * 1.6);
  tone.connect(gain).connect(context.destination);
  tone.start(at);
  tone.stop(at + NOTE_S * 1.7);
}
