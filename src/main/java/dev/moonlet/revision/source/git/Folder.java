package dev.moonlet.revision.source.git;

/** Names folders of a repository as git does, without slashes around them. */
final class Folder {

    private Folder() {}

    /** The same folder; empty for the root. */
    static String of(String path) {
        String folder = path.strip().replaceAll("^(\\./|/)+|/+$", "");
        return folder.equals(".") ? "" : folder;
    }

    /** What is in a folder. */
    static String in(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
