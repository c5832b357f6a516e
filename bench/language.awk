# From lines "program who milliseconds result" to a table of best times and ratios to lua5.4.
{
    key = $1 " " $2
    if (!(key in best) || $3 < best[key]) best[key] = $3
    if (!($1 in seen)) { seen[$1] = 1; programs[++count] = $1 }
    if ($1 in result && result[$1] != $4) printf "%s: %s finds %s, not %s\n", $1, $2, $4, result[$1]
    if (!($1 in result)) result[$1] = $4
}
END {
    split("lua5.4 moonlet luajc luajit", who, " ")
    printf "%-14s %9s %9s %9s %9s   moonlet/lua5.4  luajc/lua5.4  luajit/lua5.4\n", "ms", who[1], who[2], who[3], who[4]
    for (i = 1; i <= count; i++) {
        p = programs[i]
        printf "%-14s", p
        for (w = 1; w <= 4; w++) printf " %9.2f", best[p " " who[w]]
        for (w = 2; w <= 4; w++) {
            ratio = best[p " lua5.4"] / best[p " " who[w]]
            sum[w] += log(ratio)
            printf " %14.2f", ratio
        }
        printf "\n"
    }
    printf "%-54s", "geometric mean"
    for (w = 2; w <= 4; w++) printf " %14.2f", exp(sum[w] / count)
    printf "\n"
}
