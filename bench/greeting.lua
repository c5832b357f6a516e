-- What wrk prints of a run: requests per second, what 99 of 100 take in microseconds, and failures.
function done(summary, latency)
  io.write(("FIGURES %d %d %d\n"):format(
    summary.requests / (summary.duration / 1e6),
    latency:percentile(99),
    summary.errors.status + summary.errors.read + summary.errors.timeout))
end
