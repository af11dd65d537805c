"""The pictures of the site, as SVG text: the timeline, strips, the chart of counts, signs, legend.

Layout is decided by functions on numbers (scale, stretches, clusters, labels, layout), which know no SVG;
the others write what these decided. Colours come from classes alone, so that both schemes, print and forced
colours are matters of style. Text is 12 px and never scaled.
"""
