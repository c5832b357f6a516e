package dev.moonlet.revision.source.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;

/**
 * A repository without a work tree that takes no more than it may, whichever way it comes. JGit has
 * no other place that every transport passes; this is the one class that needs its inside.
 */
final class BoundedRepository extends FileRepository {

    private final Bounds bounds;

    BoundedRepository(Path folder, Bounds bounds) throws IOException {
        super(new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().setup());
        this.bounds = bounds;
        FileBasedConfig config = getConfig();
        // Another server would be shown the credentials.
        config.setBoolean("http", null, "followRedirects", false);
        config.setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
    }

    @Override
    public ObjectInserter newObjectInserter() {
        return new Bounded(super.newObjectInserter());
    }

    private final class Bounded extends ObjectInserter.Filter {

        private final ObjectInserter inserter;

        Bounded(ObjectInserter inserter) {
            this.inserter = inserter;
        }

        @Override
        protected ObjectInserter delegate() {
            return inserter;
        }

        @Override
        public PackParser newPackParser(InputStream pack) throws IOException {
            PackParser parser = super.newPackParser(bounds.bound(pack));
            parser.setMaxObjectSizeLimit(bounds.object());
            return parser;
        }
    }
}
