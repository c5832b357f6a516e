# Passes on what JMH prints; then, of each benchmark that was run with several parameters, how many times
# as long as with the first it took.
{
    print
    fflush()
}
/^Benchmark .*Mode/ { results = 1; next }
results && $2 != "avgt" && / avgt / {
    parameters = ""
    for (i = 2; $i != "avgt"; i++) parameters = parameters " " $i
    # A score of one iteration stands without the count.
    score = NF - i > 2 ? $(i + 2) : $(i + 1)
    if ($1 != last) {
        last = $1
        first = score
        of = parameters
    } else if (first > 0)
        ratios[++count] = $1 parameters " /" of ": " sprintf("%.3g", score / first)
}
END {
    if (count) print "\nratios"
    for (i = 1; i <= count; i++) print ratios[i]
}
