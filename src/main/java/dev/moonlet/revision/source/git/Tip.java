package dev.moonlet.revision.source.git;

import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/**
 * What is to be served.
 *
 * @param ref what the repository has it under, or a commit's id
 * @param commit the commit's id, also where a tag is between
 */
record Tip(Ref ref, String commit) {

    static Tip of(Ref ref, ObjectId id) {
        ObjectId peeled = ref.getPeeledObjectId();
        return new Tip(ref, (peeled == null ? id : peeled).name());
    }
}
