namespace AutoDiffCE.Tests.Semantics;

public class DoubleLabelBoundTests : LabelBoundTests<double>;
