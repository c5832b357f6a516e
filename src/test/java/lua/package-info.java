/** Where compiled scripts are. */
@NullMarked
package lua;

import org.jspecify.annotations.NullMarked;
