/** Scales of drawings: from values to places, with round numbers to write on an axis. */

const ROUND = [1, 2, 5];

/** Even steps. {at(value) -> place, ticks}. */
export function linear([low, high], [start, end], most = 6) {
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((each) => span / each <= most);
  const ticks = [];
  for (let value = Math.ceil(low / step - 1e-9) * step; value <= high + step * 1e-9; value += step) ticks.push(Math.round(value / step) * step + 0);
  return { at: (value) => start + ((value - low) / span) * (end - start), ticks };
}

/** Even ratios: from 30 people to 300 is as far as from 300 to 3,000. */
export function ratio([low, high], [start, end], most = 7) {
  const from = Math.log(low);
  const span = Math.log(high) - from || 1;
  const all = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) {
    for (const digit of ROUND) if (digit * 10 ** power >= low && digit * 10 ** power <= high) all.push(digit * 10 ** power);
  }
  const every = Math.ceil(all.length / most);
  return {
    at: (value) => start + ((Math.log(value) - from) / span) * (end - start),
    // In a narrow range there are too few of those, and the steps are nearly even.
    ticks: all.length < 3 ? linear([low, high], [start, end], 4).ticks : all.filter((tick, i) => i % every === 0),
  };
}
