# Reads lines of two figures taken in turn, prints each with its ratio, and the median of the ratios.
{
    print first " " $1 unit "  " second " " $2 unit "  ratio " $1 / $2
    ratios[NR] = $1 / $2
}
END {
    for (i = 1; i <= NR; i++)
        for (j = i + 1; j <= NR; j++)
            if (ratios[j] < ratios[i]) { other = ratios[i]; ratios[i] = ratios[j]; ratios[j] = other }
    print "median ratio " ratios[int((NR + 1) / 2)]
}
