// What the rows of a database are made into, on the side of the script: plain objects, one after the other.
(() => {
  const { parse } = JSON
  const bytes = Uint8Array
  const big = BigInt
  const date = Date
  const error = Error
  const number = parseInt
  const float = Number

  const made = {
    n: text => big(text),
    f: text => float(text),
    d: text => new date(text),
    b: text => {
      const value = new bytes(text.length / 2)
      for (let at = 0; at < value.length; at++) value[at] = number(text.slice(2 * at, 2 * at + 2), 16)
      return value
    },
  }

  // A value that JSON does not hold comes as an array of its kind and its text.
  const whole = value => {
    const [kind, given] = value
    return kind === 'a' ? given.map(it => (typeof it === 'object' && it !== null ? whole(it) : it)) : made[kind](given)
  }

  return {
    value: text => {
      const value = parse(text)
      return typeof value === 'object' && value !== null ? whole(value) : value
    },

    rows: function* (next, close) {
      try {
        for (let chunk = next(); chunk !== null; chunk = next()) {
          for (const row of parse(chunk)) {
            for (const column in row) {
              const value = row[column]
              if (typeof value === 'object' && value !== null) row[column] = whole(value)
            }
            yield row
          }
        }
      } finally {
        close()
      }
    },

    fail: (message, state) => {
      const failure = new error(message)
      failure.name = 'DatabaseError'
      failure.state = state
      throw failure
    },
  }
})()
