/** The service beside a hand-written peer, to be measured against each other. */
@NullMarked
package bench;

import org.jspecify.annotations.NullMarked;
